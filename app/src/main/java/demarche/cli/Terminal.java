package demarche.cli;

import java.io.PrintWriter;

/**
 * How wide the output may be and whether it may have colour. The launcher says whether it writes to a terminal: from
 * Java 22 on {@code System.console()} is there even when it does not.
 */
record Terminal(int width, boolean colour) {
    private static final int USUAL = 80;
    private static final int MOST = 110;

    static Terminal of(ReadCommand.Colour wish) {
        boolean terminal = System.getenv("DEMARCHE_TERMINAL") != null && !"dumb".equals(System.getenv("TERM"));
        boolean colour = switch (wish) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> terminal && System.getenv("NO_COLOR") == null;
        };
        return new Terminal(columns(), colour);
    }

    private static int columns() {
        String given = System.getenv("COLUMNS");
        if (given == null) {
            given = System.getenv("DEMARCHE_COLUMNS");
        }
        try {
            return given == null ? USUAL : Math.max(40, Math.min(MOST, Integer.parseInt(given.strip())));
        } catch (NumberFormatException e) {
            return USUAL;
        }
    }

    /** Prints a text in lines that fit, the first after {@code indent}, the others under it. */
    void wrapped(PrintWriter out, String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        String under = " ".repeat(indent.length());
        for (String word : text.split(" ")) {
            if (line.length() + word.length() + 1 > width && line.length() > indent.length()) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(under);
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }

    String bold(String text) {
        return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    String faint(String text) {
        return colour ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    String tinted(String text) {
        return colour ? "\u001b[36m" + text + "\u001b[0m" : text;
    }
}
