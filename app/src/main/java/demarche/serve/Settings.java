package demarche.serve;

import org.jspecify.annotations.Nullable;

/**
 * How the ledger is served.
 *
 * @param host address to listen on; loopback is for this machine only
 * @param port 0 for any free one
 * @param name what the pages call this ledger, its file's name
 * @param readOnly whether corrections are refused
 * @param password asked for before corrections; null asks for none
 */
public record Settings(
        String host,
        int port,
        String name,
        boolean readOnly,
        @Nullable String password) {
    /** Whether only this machine can ask. */
    boolean loopback() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }
}
