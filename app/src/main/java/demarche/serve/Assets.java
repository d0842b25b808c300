package demarche.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Style sheet, scripts and fonts, out of the jar. Their addresses hold a hash of them all, so browsers may keep them for good. */
final class Assets {
    private static final Map<String, String> KINDS = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "woff2", "font/woff2");
    private static final Map<String, byte[]> FILES = load();
    private static final String HASH = hash();

    private Assets() {}

    private static Map<String, byte[]> load() {
        Map<String, byte[]> out = new LinkedHashMap<>();
        for (String name : text("assets.txt").split("\\s+")) {
            out.put(name, bytes(name));
        }
        return out;
    }

    /** A text file beside the assets. */
    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(
                "/demarche/serve/" + (name.startsWith("../") ? name.substring(3) : "assets/" + name))) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            FILES.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest()).substring(0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The SHA-256 of a text in base 64. */
    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String path(String name) {
        return "/assets/" + HASH + "/" + name;
    }

    static byte @Nullable [] file(String name) {
        return FILES.get(name);
    }

    static String kind(String name) {
        return KINDS.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
