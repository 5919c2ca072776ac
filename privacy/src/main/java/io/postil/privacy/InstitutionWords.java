package io.postil.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words for schools, clinics, offices, firms and clubs that stand beside their names; in small letters, without accents. */
public final class InstitutionWords {
    /** After a name, with a capital. */
    public static final List<String> AFTER = listed("""
            school, college, university, academy, kindergarten, nursery, hospital, clinic, surgery, infirmary, hospice, pharmacy,
            medical centre, medical center, health centre, dental practice, medical practice, veterinary practice, dental, vets,
            council, parish, church, cathedral, foundation, trust, housing association, credit union, building society, solicitors,
            chambers, accountants, consulting, consultancy, logistics, plumbing, roofing, electrical, lettings, motors, bakery,
            brewery, catering, football club, rugby club, cricket club, rowing club, tennis club, golf club, sports club,
            rovers, wanderers, care home, nursing home, childcare, hardware store, garden centre, removals, upholstery""");

    /** Before a name; German writes them with a capital, as it does all nouns, the others as they like. */
    public static final List<String> BEFORE = listed("""
            kanzlei, anwaltskanzlei, rechtsanwaltskanzlei, notariat, steuerkanzlei, steuerburo, praxis, arztpraxis, zahnarztpraxis,
            gemeinschaftspraxis, autohaus, backerei, metzgerei, fleischerei, konditorei, universitat, hochschule, gymnasium,
            realschule, gesamtschule, grundschule, mittelschule, berufsschule, volksschule, klinikum, krankenhaus, kinderkrippe, kita,
            stadtwerke, sparkasse, volksbank, raiffeisenbank, amtsgericht, landgericht, finanzamt, jugendamt, landratsamt,
            bezirksamt, forderverein, sportverein, tischlerei, schreinerei, malerbetrieb, spedition, weingut, hausverwaltung,
            ingenieurburo, architekturburo, reiseburo, fahrschule, musikschule, pfarrei, kirchengemeinde, seniorenheim,
            pflegedienst, pflegeheim, buchhandlung,
            lycee, ecole primaire, ecole maternelle, ecole elementaire, groupe scolaire, hopital, clinique, ehpad, mutuelle, pharmacie,
            boulangerie, patisserie, boucherie, auto-ecole, creche, maternite, centre hospitalier, cabinet d'avocats, cabinet medical,
            cabinet dentaire, cabinet comptable, etude notariale, mairie de, prefecture de, paroisse, librairie, imprimerie, menuiserie,
            plomberie, carrosserie, etablissements, ets, fondation,
            clinica, colegio, escuela, instituto, universidad, panaderia, farmacia, taller, talleres, ayuntamiento de, gestoria, bufete,
            notaria, asociacion, fundacion, cooperativa, parroquia, peluqueria, inmobiliaria, guarderia, ferreteria, carniceria,
            transportes, conservas, bodegas,
            ospedale, liceo, scuola elementare, scuola media, studio legale, studio dentistico, comune di, panificio, officina, parrocchia,
            university of, bank of, diocese of, royal borough of, borough of,
            cong ty, benh vien, phong kham, hop tac xa, nha xe, khach san, nha hang, nha thuoc, nha tre, truong tieu hoc, truong thcs,
            truong thpt, truong mam non, truong dai hoc, truong cao dang, truong trung hoc co so, truong trung hoc pho thong,
            ngan hang, uy ban nhan dan, ubnd, van phong luat su, van phong cong chung, cong an""");

    private static final Set<String> PARTS = Stream.concat(AFTER.stream(), BEFORE.stream())
            .flatMap(words -> Arrays.stream(words.split("[ ']")))
            .collect(Collectors.toUnmodifiableSet());

    private InstitutionWords() {}

    /** Whether a word stands for an institution, or is a part of words that do. */
    public static boolean arePart(String word) {
        return PARTS.contains(word);
    }

    private static List<String> listed(String block) {
        return Arrays.stream(block.strip().split(",\\s+")).toList();
    }
}
