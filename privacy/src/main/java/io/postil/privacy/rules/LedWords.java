package io.postil.privacy.rules;

import java.util.Set;

/** The words that lead to names, and those after them that are nobody's. */
final class LedWords {
    static final Set<String> NOBODY = Set.copyOf(Words.listed("""
            sir, madam, madame, monsieur, all, team, customer, client, everyone, there, support, or, and, damen, herren,
            kunde, kundin, kollegen, nachbarn, eltern, the, a, not, thank, thanks, what, how, this, that, it, i, we, you,
            no, yes, please, quy, xin, hang, anh, em, shop, ban, chi, nicht, ich, wir, tous, toutes, universe, pepper,
            clean, monde, world, from, to, in, your, our, ihr, ihre, euer, eure, votre, notre, le, la, les, su, nuestro,
            il, vostro, die, der, das, dein, deine, maitre, docteur, professeur, doctor, professor, je, tu, nous, vous,
            merci, suite, veuillez, sie, vielen, danke, yo, gracias, io, noi, grazie, toi, chung, cam, diary, santa,
            neighbours, neighbors, neighbour, residents, hiring, guests, parents, colleagues, members, tenants, users,
            students, friends, family, folks, editor, recruiter, committee, voisins, clients, collegues, habitants,
            locataires, amis, journal, lecteurs, adherents, vecinos, vecino, cliente, clientes, amigos, companeros,
            padres, usuarios, diario, condomini, clienti, genitori, colleghi, utenti, gaste, mitglieder, bewohner,
            mieter, anwohner, freunde, teilnehmer, nutzer, leser, tagebuch, date, fecha, geburtsdatum, vorname, nachname,
            forename, surname, address, adresse, anschrift, strasse, codice, ngay
            """));

    static final Words INTRODUCED = Words.of(Words.listed("""
            my name is, my name's, my names, name is, i am called, je m'appelle, mon nom est, ich heise, ich heisse,
            mein name ist, name ist, me llamo, mi nombre es, mi chiamo, il mio nome e, toi ten la, ten toi la, em ten,
            minh ten, ten minh la, ten la, ten em la, ten con la, ten chau la, name:, nom :, nom:, nome:, nombre:,
            ho ten:, ho va ten:, first name:, last name:, surname:, given name:, family name:, full name:, prenom:,
            prenom :, vorname:, nachname:, nombre completo:, apellido:, apellidos:, cognome:, naam:, voornaam:,
            achternaam:, account name, account holder, cardholder, card holder, payee, beneficiary, attn, au nom de,
            a l'attention de, titulaire, beneficiaire, kontoinhaber, kontoinhaberin, empfanger, empfangerin,
            auf den namen, zu handen, a nombre de, titular, beneficiario, beneficiaria, a la atencion de, intestato a,
            intestata a, intestatario, a nome di, soussigne, soussignee, un tal, una tal, un certain, une certaine, dijo llamarse, le habla, les habla, all'attenzione di, chu tai khoan, chu tk, nguoi nhan
            """));

    static final Words SAID = Words.of(Words.listed("""
            i am, i'm, im, this is, it's, its, c'est, ich bin, hier ist, ici, soy, sono, from, with, tell, ask, call,
            thanks, thx, merci, danke, gracias, grazie
            """));

    static final Words GREETED = Words.of(Words.listed("""
            dear, hi, hello, hey, cher, chere, bonjour, salut, coucou, liebe, lieber, hallo, hola, querida, querido,
            estimado, estimada, ciao, cara, caro, gentile, kinh gui, geehrte, geehrter
            """));

    static final Words CLOSING = Words.of(Words.listed("""
            regards, sincerely, cheers, best wishes, best, yours, cordialement, bien a vous, amicalement, bises, grusen,
            gruse, grussen, grusse, grus, gruss, mfg, lg, saludos, atentamente, un abrazo, saluti, tran trong, than
            """));

    static final Words LABELLED = Words.of(Words.listed("""
            patient:, patient :, patiente :, patientin:, paciente:, paziente:, client:, client :, cliente:, kunde:,
            kundin:, customer:, contact:, contact :, contacto:, contatto:, ansprechpartner:, ansprechpartnerin:, signed:,
            reported by:, written by, author:, auteur :, autor:, autore:, unterschrift:, signature:, signature :, firma:,
            fdo.:, livraison :, lieferung an, deliver to, livrer a, enviar a, spedire a, absender:, expediteur :,
            remitente:, mittente:, holder, tenant:, locataire :, mieter:, mieterin:, vermieter:, vermieterin:,
            inquilino:, inquilina:, supervisor, supervisora, concejal, concejala, alcalde, alcaldesa, huong dan vien, ky thuat vien, co giao vien, chu nhiem, dieu duong, truong thon, employee:, mitarbeiter:, mitarbeiterin:, driver:, conducteur :, conductor:, teacher:,
            present:, presents :, anwesend:, asistentes:, benh nhan:, khach hang:, nguoi gui:, nguoi lap:, nguoi ky:,
            se llama, s'appelle, si chiama,
            soy, je suis, ich bin, i am, i'm, sono, minh la, em la, toi la, thu ky:, chu toa:, truong ban:, giam doc:, giao vien:, hoc sinh:, secretaire :, schriftfuhrer:, schriftfuhrerin:, secretaria:, secretario:, protokoll:, titular es
            """));

    static final Words KIN = Words.of(Words.listed("""
            daughter, son, brother, sister, husband, wife, cousin, nephew, niece, neighbour, neighbor, colleague,
            boyfriend, girlfriend, flatmate, roommate, aunt, uncle, fille, fils, frere, soeur, mari, epouse, epoux,
            cousine, beau-frere, belle-soeur, belle-mere, beau-pere, voisin, voisine, collegue, copain, copine, tante,
            oncle, neveu, tochter, sohn, bruder, schwester, freundin, nachbar, nachbarin, kollege, kollegin, onkel, oma,
            opa, schwager, hija, hijo, hermano, hermana, esposa, esposo, marido, novia, novio, vecino, vecina, companera,
            companero, tia, abuela, abuelo, sobrino, sobrina, cunado, figlia, figlio, fratello, sorella, moglie, marito,
            nonno, nonna, zia, cugino, cugina, collega, cognata
            """));

    private LedWords() {}
}
