package demarche.read;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes to text: byte order mark, then the encoding the file declares, then UTF-8 if it is valid, then a guess. */
final class Decoder {
    private static final Pattern DECLARED =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?([A-Za-z0-9_.:-]{2,40})");
    private static final int LOOK = 2048;

    private Decoder() {}

    static String decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (validUtf8(bytes)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        String head = new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        if (declared.find() && Charset.isSupported(declared.group(1))) {
            return new String(bytes, Charset.forName(declared.group(1)));
        }
        CharsetMatch guess = new CharsetDetector()
                .setText(java.util.Arrays.copyOf(bytes, Math.min(bytes.length, 65536)))
                .detect();
        boolean fits = guess != null && guess.getConfidence() >= 30 && Charset.isSupported(guess.getName());
        return new String(bytes, fits ? Charset.forName(guess.getName()) : Charset.forName("windows-1252"));
    }

    /** Whether the bytes say themselves how they are to be read: valid UTF-8, or UTF-16 with its mark. */
    static boolean readable(byte[] bytes) {
        return starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE) || validUtf8(bytes);
    }

    static boolean validUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether the bytes are no text: NUL bytes (UTF-16 apart), or many control characters. */
    static boolean binary(byte[] bytes) {
        if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)) {
            return false;
        }
        int n = Math.min(bytes.length, 8192);
        int control = 0;
        for (int i = 0; i < n; i++) {
            int b = bytes[i] & 0xFF;
            if (b == 0) {
                return true;
            }
            control += b < 9 || b > 13 && b < 32 && b != 27 ? 1 : 0;
        }
        return control * 20 > n;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
