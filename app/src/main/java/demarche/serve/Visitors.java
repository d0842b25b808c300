package demarche.serve;

import demarche.story.InputException;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who may write: each browser has a session, each form a token that only our pages can know (the session under a secret of
 * this process), and where a password was set, the session must have given it.
 */
final class Visitors {
    private static final String SESSION = "session";
    private static final int DAY = 86_400;
    private static final long PAUSE = 500;

    private final SecureRandom random = new SecureRandom();
    private final byte[] secret = bytes();
    private final Set<String> signedIn = ConcurrentHashMap.newKeySet();
    private final @Nullable String password;

    Visitors(@Nullable String password) {
        this.password = password;
    }

    private byte[] bytes() {
        byte[] out = new byte[32];
        random.nextBytes(out);
        return out;
    }

    /** The browser's session; a new one when it has none. */
    String session(Context context) {
        String known = context.cookie(SESSION);
        if (known != null && known.matches("[\\w-]{20,64}")) {
            return known;
        }
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
        context.cookie(new Cookie(SESSION, made, "/", DAY * 30, false, true, null, SameSite.STRICT));
        return made;
    }

    /** What a form of this session must give back. */
    String token(String session) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(session.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this session may write. */
    boolean mayWrite(String session) {
        return password == null || signedIn.contains(session);
    }

    /**
     * Refuses forms that are not ours.
     *
     * @throws Refused when the token is not this session's, or another site sent the form
     */
    void checkForm(Context context) {
        String site = context.header("Sec-Fetch-Site");
        String session = context.cookie(SESSION);
        String given = context.formParam("token");
        boolean ours = site == null || site.equals("same-origin") || site.equals("none");
        boolean right = session != null
                && given != null
                && MessageDigest.isEqual(
                        token(session).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        if (!ours || !right) {
            throw new Refused(
                    "This form is too old, or does not come from this site. Go back, reload the page and send it again.");
        }
    }

    /**
     * Lets a session write.
     *
     * @throws InputException when the password is wrong, after a while
     */
    void signIn(String session, String given) {
        boolean right = password != null
                && MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        if (!right) {
            pause();
            throw new InputException("That is not the password. Go back and try again.");
        }
        signedIn.add(session);
    }

    /** One guess at a time, and each takes a while. */
    private synchronized void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
