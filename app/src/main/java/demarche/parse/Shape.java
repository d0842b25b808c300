package demarche.parse;

/** How a word is written. The vocabulary has no case, so the encoder is told this beside the pieces; order as in labels.json. */
enum Shape {
    ROOT,
    LOWER,
    TITLE,
    UPPER,
    MIXED,
    NUMBER,
    ALNUM,
    PUNCT,
    SINGLE_UPPER,
    OTHER;

    /** Characters of Unicode's numeric type "digit": first and last of each run. */
    private static final int[] MARKED_DIGITS = {
        0xB2, 0xB3, 0xB9, 0xB9, 0x1369, 0x1371, 0x19DA, 0x19DA, 0x2070, 0x2070, 0x2074, 0x2079, 0x2080, 0x2089, 0x2460,
        0x2468, 0x2474, 0x247C, 0x2488, 0x2490, 0x24EA, 0x24EA, 0x24F5, 0x24FD, 0x24FF, 0x24FF, 0x2776, 0x277E, 0x2780,
        0x2788, 0x278A, 0x2792, 0x10A40, 0x10A43, 0x10E60, 0x10E68, 0x11052, 0x1105A, 0x1F100, 0x1F10A
    };

    static Shape of(String word) {
        int[] letters = word.codePoints().filter(Character::isLetter).toArray();
        boolean digits = word.codePoints().anyMatch(Shape::isDigit);
        if (letters.length == 0) {
            return digits ? NUMBER : PUNCT;
        }
        if (digits) {
            return ALNUM;
        }
        return ofLetters(letters);
    }

    private static Shape ofLetters(int[] letters) {
        int upper = 0;
        int lower = 0;
        for (int c : letters) {
            upper += Character.isUpperCase(c) ? 1 : 0;
            lower += Character.isLowerCase(c) ? 1 : 0;
        }
        boolean capital = Character.isUpperCase(letters[0]);
        if (upper == letters.length) {
            return upper == 1 ? SINGLE_UPPER : UPPER;
        }
        if (lower == letters.length) {
            return LOWER;
        }
        return capital && lower == letters.length - 1 ? TITLE : MIXED;
    }

    /** Digits of all scripts, with superscripts, subscripts and those in circles and the like, as the trainer counts them. */
    private static boolean isDigit(int c) {
        if (Character.isDigit(c)) {
            return true;
        }
        for (int i = 0; i < MARKED_DIGITS.length; i += 2) {
            if (c >= MARKED_DIGITS[i] && c <= MARKED_DIGITS[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
