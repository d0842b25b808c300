package demarche.serve;

/** In which form a page is asked for, told by how its address ends. */
enum Ending {
    HTML(""),
    JSON(".json"),
    CSV(".csv");

    private final String text;

    Ending(String text) {
        this.text = text;
    }

    static Ending of(String path) {
        return path.endsWith(JSON.text) ? JSON : path.endsWith(CSV.text) ? CSV : HTML;
    }

    /** A path or id without this ending. */
    String without(String name) {
        return name.substring(0, name.length() - (name.endsWith(text) ? text.length() : 0));
    }

    /** The address of a page in this form; the home page's is {@code /index.json}. */
    String on(String path) {
        return path.equals("/") && this != HTML ? "/index" + text : path + text;
    }
}
