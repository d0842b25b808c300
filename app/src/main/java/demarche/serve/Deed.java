package demarche.serve;

/** Something a form does to the ledger. Forms are checked before; deeds are listed in {@link Pages}. */
interface Deed {
    /** The address the form is sent to. */
    String path();

    /**
     * Does it.
     *
     * @return the address of the page that shows what came of it
     * @throws demarche.story.InputException when a field is wrong
     */
    String act(Form form);

    /** Whether it is open to those who have not given the password. */
    default boolean open() {
        return false;
    }
}
