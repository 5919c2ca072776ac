package io.postil.privacy;

import java.util.List;

/** The entity types that are known by name, the one that says most first: of equally long overlapping findings it wins. */
public final class Types {
    public static final String SECRET = "SECRET";
    public static final String CARD = "CARD";
    public static final String IBAN = "IBAN";
    public static final String NATIONAL_ID = "NATIONAL_ID";
    public static final String EMAIL = "EMAIL";
    public static final String BANK_ACCOUNT = "BANK_ACCOUNT";
    public static final String CRYPTO = "CRYPTO";
    public static final String IP = "IP";
    public static final String MAC = "MAC";
    public static final String BIC = "BIC";
    public static final String PASSPORT = "PASSPORT";
    public static final String DRIVER_LICENCE = "DRIVER_LICENCE";
    public static final String PLATE = "PLATE";
    public static final String BIRTH_DATE = "BIRTH_DATE";
    public static final String COORDINATES = "COORDINATES";
    public static final String COMPANY_ID = "COMPANY_ID";
    public static final String PHONE = "PHONE";
    public static final String URL = "URL";
    public static final String PERSON = "PERSON";
    public static final String ADDRESS = "ADDRESS";
    public static final String DATE = "DATE";
    public static final String LOCATION = "LOCATION";
    public static final String ORGANIZATION = "ORGANIZATION";

    private static final List<String> RANKED = List.of(
            SECRET,
            CARD,
            IBAN,
            NATIONAL_ID,
            BANK_ACCOUNT,
            EMAIL,
            CRYPTO,
            IP,
            MAC,
            BIC,
            PASSPORT,
            DRIVER_LICENCE,
            PLATE,
            BIRTH_DATE,
            COORDINATES,
            COMPANY_ID,
            PHONE,
            URL,
            PERSON,
            ADDRESS,
            DATE,
            LOCATION,
            ORGANIZATION);

    private Types() {}

    /** All of them, first the one that wins. */
    public static List<String> ranked() {
        return RANKED;
    }

    static int rank(String type) {
        int rank = RANKED.indexOf(type);
        return rank < 0 ? RANKED.size() : rank;
    }
}
