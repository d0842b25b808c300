package demarche.parse;

import java.util.Locale;

/**
 * How to make a lemma from a form: lower-case it or not, then cut and add at both ends; or a lemma given whole.
 * Written {@code l|0||3|e} (cut three, add "e") or {@code =be}.
 */
record LemmaScript(boolean lower, int cutPrefix, String addPrefix, int cutSuffix, String addSuffix, boolean whole) {

    static LemmaScript parse(String script) {
        if (script.startsWith("=") && script.length() > 1) {
            return new LemmaScript(false, 0, script.substring(1), 0, "", true);
        }
        String[] p = script.split("\\|", -1);
        if (p.length != 5 || !(p[0].equals("l") || p[0].equals("k"))) {
            throw new IllegalArgumentException("lemma script \"" + script + "\"");
        }
        return new LemmaScript(p[0].equals("l"), Integer.parseInt(p[1]), p[2], Integer.parseInt(p[3]), p[4], false);
    }

    /** Whether there is enough of the form to cut. */
    boolean fits(String form) {
        return whole
                || form.codePointCount(0, form.length()) >= cutPrefix + cutSuffix
                        && !apply(form).isEmpty();
    }

    String apply(String form) {
        if (whole) {
            return addPrefix;
        }
        String base = lower ? form.toLowerCase(Locale.ROOT) : form;
        int length = base.codePointCount(0, base.length());
        int from = base.offsetByCodePoints(0, Math.min(cutPrefix, length));
        int to = base.offsetByCodePoints(0, Math.max(Math.min(cutPrefix, length), length - cutSuffix));
        return addPrefix + base.substring(from, to) + addSuffix;
    }
}
