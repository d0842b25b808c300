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

    /** Digits of all scripts, with superscripts, subscripts and circled ones, as the trainer counts them. */
    private static boolean isDigit(int c) {
        return Character.isDigit(c)
                || c == 0xB2
                || c == 0xB3
                || c == 0xB9
                || c == 0x2070
                || (c >= 0x2074 && c <= 0x2079)
                || (c >= 0x2080 && c <= 0x2089)
                || (c >= 0x2460 && c <= 0x2468);
    }
}
