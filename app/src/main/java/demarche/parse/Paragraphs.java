package demarche.parse;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into paragraphs at line breaks, but not at those that only wrap the lines of a column. */
final class Paragraphs {
    private static final double WRAPPED = 0.25;

    private Paragraphs() {}

    /** Stretches of {@code text} in order, as UTF-16 offsets: start inclusive, end exclusive; none is blank. */
    static List<int[]> of(String text, int from, int to) {
        List<int[]> lines = lines(text, from, to);
        int width = wrapWidth(text, lines);
        if (width == 0) {
            return lines;
        }
        List<int[]> out = new ArrayList<>();
        for (int[] line : lines) {
            int[] last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (last != null && continues(text, lastLineStart(text, last), last[1], line[0], width)) {
                last[1] = line[1];
            } else {
                out.add(line);
            }
        }
        return out;
    }

    private static List<int[]> lines(String text, int from, int to) {
        List<int[]> out = new ArrayList<>();
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || isBreak(text.charAt(i))) {
                int[] line = trim(text, start, i);
                if (line[0] < line[1]) {
                    out.add(line);
                }
                start = i + 1;
            }
        }
        return out;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\u000b';
    }

    private static int[] trim(String text, int start, int end) {
        int s = start;
        int e = end;
        while (s < e && Tokenizer.isSpace(text.charAt(s))) {
            s++;
        }
        while (e > s && Tokenizer.isSpace(text.charAt(e - 1))) {
            e--;
        }
        return new int[] {s, e};
    }

    /** Length of the longest line when the text is a wrapped column, else 0. */
    private static int wrapWidth(String text, List<int[]> lines) {
        int width = 0;
        int broken = 0;
        for (int i = 0; i < lines.size(); i++) {
            int[] line = lines.get(i);
            width = Math.max(width, line[1] - line[0]);
            if (i + 1 < lines.size()
                    && Character.isLowerCase(text.charAt(lines.get(i + 1)[0]))
                    && !endsSentence(text.charAt(line[1] - 1))) {
                broken++;
            }
        }
        boolean column = width >= 40 && width <= 130 && broken >= 2 && broken > WRAPPED * (lines.size() - 1);
        return column ? width : 0;
    }

    private static boolean continues(String text, int lineStart, int end, int next, int width) {
        boolean fullLine = end - lineStart > width * 0.6;
        boolean oneBreak =
                text.substring(end, next).chars().filter(c -> c == '\n').count() <= 1;
        boolean indented = next - end > 2 && text.charAt(next - 1) != '\n' && text.charAt(next - 1) != '\r';
        return fullLine && oneBreak && !indented;
    }

    private static int lastLineStart(String text, int[] paragraph) {
        int at = paragraph[1];
        while (at > paragraph[0] && !isBreak(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean endsSentence(char c) {
        return ".!?…\"”’)".indexOf(c) >= 0;
    }
}
