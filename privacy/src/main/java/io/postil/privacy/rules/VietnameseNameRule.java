package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;
import java.util.Set;

/**
 * Vietnamese names: a family name, of which there are few, and one to three words of a syllable. With capitals after the family names
 * that are no words of another language; after any of them, in small letters too, where a usual middle name comes second.
 */
final class VietnameseNameRule implements Rule {
    private static final Words FAMILIES = Words.of(
            "nguyen", "tran", "pham", "huynh", "hoang", "phan", "dang", "bui", "doan", "trinh", "dinh", "luong", "vu",
            "vo", "le", "do", "ho", "ngo", "ly", "duong", "truong", "mai", "lam", "ta", "chau", "dao", "cao", "ha",
            "kieu", "quach", "thai", "to", "luu", "tong", "la", "nghiem", "phung", "tang", "trieu", "dam", "diep", "lo",
            "uong", "ton", "nong", "sung", "mac", "thach", "khuat", "ninh", "luc", "phi", "hua", "chu", "bach", "vuong",
            "au", "than", "dau", "khong");
    /** The same with their accents. */
    private static final Set<String> WRITTEN = Set.of(
            "nguyễn", "trần", "phạm", "huỳnh", "hoàng", "phan", "đặng", "bùi", "đoàn", "trịnh", "đinh", "lương", "vũ",
            "võ", "lê", "đỗ", "hồ", "ngô", "lý", "lí", "dương", "trương", "mai", "lâm", "tạ", "châu", "đào", "cao",
            "hà", "kiều", "quách", "thái", "tô", "lưu", "tống", "la", "lã", "nghiêm", "phùng", "tăng", "triệu", "đàm",
            "diệp", "lò", "uông", "tôn", "nông", "sùng", "mạc", "thạch", "khuất", "ninh", "lục", "phí", "hứa", "chu",
            "bạch", "vương", "âu", "thân", "đậu", "khổng");

    private static final Set<String> TELLING = Set.of(
            "nguyen", "tran", "pham", "huynh", "hoang", "phan", "dang", "bui", "doan", "trinh", "dinh", "luong",
            "quach");
    private static final Set<String> MIDDLES = Set.of(
            "van", "thi", "huu", "quoc", "minh", "thanh", "ngoc", "hoang", "duc", "kim", "thu", "xuan", "dinh", "cong",
            "hong", "thuy", "tuan", "quang", "gia", "bao", "phuong", "khanh", "chi", "that", "nu", "trong", "ba",
            "bich", "nhat", "trung", "tien", "thien", "dieu", "tan");
    private static final Set<String> TELLING_MIDDLES = Set.of("van", "thi", "huu");
    /** Begin with a family name, and are words: to register, a browser, regards. */
    private static final Set<String> WORDS = Set.of(
            "dang ky",
            "dang nhap",
            "dang tin",
            "dang xuat",
            "dang bai",
            "trinh duyet",
            "trinh bay",
            "trinh do",
            "tran trong",
            "tran nha",
            "pham vi",
            "phan mem",
            "phan hoi",
            "phan tram",
            "phan loai",
            "phan thuong",
            "dinh ky",
            "dinh duong",
            "dinh kem",
            "dinh dang",
            "doan ket",
            "doan vien",
            "doan xe",
            "luong thang",
            "luong thuong",
            "hoang hon",
            "doan duong",
            "bui ban",
            "huynh de",
            "nguyen lieu",
            "nguyen nhan",
            "nguyen tac",
            "nguyen ban",
            "nguyen vat",
            "phan cung",
            "dang sau",
            "pham quy");

    private static final int LONGEST = 7;
    private static final int MOST = 3;

    @Override
    public String name() {
        return "name-vietnamese";
    }

    @Override
    public String type() {
        return Types.PERSON;
    }

    @Override
    public String about() {
        return "Vietnamese names by the family name";
    }

    @Override
    public List<Words> words() {
        return List.of(FAMILIES);
    }

    @Override
    public void find(Reading reading, Found found) {
        var hits = reading.hitsOf(FAMILIES);
        for (int hit = 0; hit < hits.count(); hit++) {
            int start = hits.start(hit);
            if (syllableEnd(reading.lower(), start) == hits.end(hit) && isFamily(reading, start, hits.end(hit))) {
                int end = end(reading, start, hits.end(hit));
                if (end > 0) {
                    found.at(start, end, 0.8);
                }
            }
        }
    }

    /** Without accents as well: who has none on the keyboard, or writes a name abroad. */
    private static boolean isFamily(Reading reading, int start, int end) {
        if (reading.shadow().isAsSent()) {
            return true;
        }
        var written = reading.accents().written(start, end);
        return WRITTEN.contains(written) || written.equals(reading.lower().substring(start, end));
    }

    /** The end of the name, or -1 where it is none. */
    private static int end(Reading reading, int start, int familyEnd) {
        var lower = reading.lower();
        boolean isCapital = Character.isUpperCase(reading.text().charAt(start));
        int second = next(reading, familyEnd, isCapital);
        if (second < 0) {
            return -1;
        }
        var middle = lower.substring(familyEnd + 1, second);
        if (WORDS.contains(lower.substring(start, second))) {
            return -1;
        }
        boolean isTelling = TELLING.contains(lower.substring(start, familyEnd));
        boolean isKnown = isCapital ? isTelling || MIDDLES.contains(middle) : isMiddle(middle, isTelling);
        int end = second;
        int words = 1;
        for (int next = next(reading, end, isCapital); next > 0 && words < MOST; next = next(reading, end, isCapital)) {
            end = next;
            words += isCapital ? 1 : MOST - 1;
        }
        boolean hasMore = end > second;
        boolean isName = isKnown || (isCapital && hasMore && stands(reading, start, familyEnd, end));
        return isName && (hasMore || (isCapital && isTelling)) ? end : -1;
    }

    /** {@code ông Lê Sỹ Hanh}: a family name that its accent tells, in a sentence that has no capitals beside the name. */
    private static boolean stands(Reading reading, int start, int familyEnd, int end) {
        var text = reading.text();
        boolean isAfterWord =
                start > 1 && text.charAt(start - 1) == ' ' && Character.isLowerCase(text.charAt(start - 2));
        boolean goesOn =
                end + 1 < text.length() && text.charAt(end) == ' ' && Character.isUpperCase(text.charAt(end + 1));
        return isAfterWord
                && !goesOn
                && Character.isLowerCase(text.charAt(end - 1))
                && reading.accents().isVietnamese(start, familyEnd);
    }

    private static boolean isMiddle(String middle, boolean isTelling) {
        return TELLING_MIDDLES.contains(middle) || (isTelling && MIDDLES.contains(middle));
    }

    /** The end of the syllable after a space, with a capital if need be, or -1. */
    private static int next(Reading reading, int end, boolean isCapital) {
        var text = reading.text();
        int from = end + 1;
        if (from >= text.length() || text.charAt(end) != ' ') {
            return -1;
        }
        int next = syllableEnd(reading.lower(), from);
        boolean fits = next > from && next - from <= LONGEST;
        return fits && (!isCapital || Character.isUpperCase(text.charAt(from))) ? next : -1;
    }

    private static int syllableEnd(String lower, int from) {
        int end = from;
        while (end < lower.length() && Character.isLetter(lower.charAt(end))) {
            end++;
        }
        return end;
    }
}
