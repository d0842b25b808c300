package demarche.resolve;

/** Whether a name is another one with a slip of the pen in it. */
final class Misspelling {
    /** Shorter names differ too often by a letter and are two people. */
    private static final int LEAST = 5;

    private Misspelling() {}

    /**
     * Whether two full names have the same words but for one letter lost, added or changed in one word of at least five
     * letters that begins alike ("Karl Dornmann", "Karl Dornman").
     */
    static boolean of(String known, String written) {
        String[] a = known.split(" ");
        String[] b = written.split(" ");
        if (a.length != b.length || a.length < 2) {
            return false;
        }
        int different = 0;
        for (int i = 0; i < a.length; i++) {
            if (!a[i].equals(b[i])) {
                different++;
                if (a[i].length() < LEAST || a[i].charAt(0) != b[i].charAt(0) || !oneApart(a[i], b[i])) {
                    return false;
                }
            }
        }
        return different == 1;
    }

    private static boolean oneApart(String a, String b) {
        String longer = a.length() >= b.length() ? a : b;
        String shorter = a.length() >= b.length() ? b : a;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int i = 0;
        while (i < shorter.length() && longer.charAt(i) == shorter.charAt(i)) {
            i++;
        }
        String rest = shorter.substring(longer.length() == shorter.length() ? Math.min(i + 1, shorter.length()) : i);
        return longer.substring(i + 1).equals(rest);
    }
}
