package demarche.serve;

import demarche.story.EventType;
import demarche.story.Stance;
import java.util.Arrays;
import java.util.Locale;

/** What colours mean: with or against somebody; filled for deeds, hollow for words. */
public final class Tone {
    private Tone() {}

    /** The style class of a stance, or of the type of an event that is an end of a shift, by its name. */
    public static String stance(String name) {
        if (Arrays.stream(Stance.values()).noneMatch(s -> s.name().equals(name))) {
            return event(name);
        }
        return switch (Stance.valueOf(name)) {
            case OFFERS, ACCEPTS, SUPPORTS -> "with";
            case REFUSES, DENIES, ACCUSES, THREATENS -> "against";
            case DEMANDS, CLAIMS -> "asks";
            case FEARS -> "fears";
        };
    }

    /** The style class of an event type, by its name. */
    public static String event(String type) {
        return switch (EventType.valueOf(type).quad()) {
            case VERBAL_COOPERATION -> "with word";
            case MATERIAL_COOPERATION -> "with deed";
            case VERBAL_CONFLICT -> "against word";
            case MATERIAL_CONFLICT -> "against deed";
        };
    }

    /** The style class of a kind of shift. */
    public static String shift(String kind) {
        return switch (kind) {
            case "yields", "softer" -> "with";
            case "hardens", "firmer" -> "against";
            default -> "asks";
        };
    }

    /** A constant's name as a word in a sentence. */
    public static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }
}
