package demarche.parse;

/** Turns UTF-16 offsets of one text into code points. */
final class CodePoints {
    private final int @org.jspecify.annotations.Nullable [] before;

    CodePoints(String text) {
        if (text.codePoints().noneMatch(Character::isSupplementaryCodePoint)) {
            before = null;
            return;
        }
        before = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            boolean second = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
            before[i + 1] = before[i] + (second ? 0 : 1);
        }
    }

    /** Code points before the UTF-16 offset. */
    int at(int offset) {
        return before == null ? offset : before[offset];
    }
}
