package demarche.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Readings as JSON, one a line, in the order and with the names of the output contract. */
public final class Json {
    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    /** One line of JSON, without a line break. */
    public static String write(Reading reading) {
        return MAPPER.writeValueAsString(reading);
    }

    /**
     * Reads what {@link #write} wrote; unknown names are left aside, as later versions may add some.
     *
     * @throws InputException when the text is no reading
     */
    public static Reading read(String json) {
        try {
            Reading reading = MAPPER.readValue(json, Reading.class);
            if (reading == null) {
                throw new InputException(
                        "not a reading: null. Give a line that \"demarche read --format jsonl\" wrote.");
            }
            return reading;
        } catch (JacksonException e) {
            throw new InputException(
                    "not a reading: " + e.getOriginalMessage()
                            + ". Give a line that \"demarche read --format jsonl\" wrote.",
                    e);
        }
    }

    private static JsonMapper mapper() {
        SimpleModule module = new SimpleModule();
        lowerCase(module, Party.Kind.class);
        lowerCase(module, Party.MentionKind.class);
        lowerCase(module, Issue.Kind.class);
        lowerCase(module, Statement.Form.class);
        lowerCase(module, Position.Strength.class);
        lowerCase(module, StoryDate.Precision.class);
        lowerCase(module, Place.Kind.class);
        module.setMixInAnnotation(Span.class, OmitNullSide.class);
        return JsonMapper.builder()
                .addModule(module)
                .addMixIn(Span.class, OmitNullSide.class)
                .addMixIn(Reading.Sentence.class, OmitNullSide.class)
                .addMixIn(Party.Role.class, OmitNullSide.class)
                .addMixIn(Party.Mention.class, OmitNullSide.class)
                .addMixIn(Issue.Frame.class, OmitNullSide.class)
                .addMixIn(Statement.Speaker.class, OmitNullSide.class)
                .addMixIn(Statement.Cue.class, OmitNullSide.class)
                .addMixIn(Evidence.class, OmitNullSide.class)
                .addMixIn(Position.Condition.class, OmitNullSide.class)
                .addMixIn(StoryDate.class, OmitNullSide.class)
                .addMixIn(Place.class, OmitNullSide.class)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** {@code in} stands only where it says "title". */
    @JsonInclude(content = JsonInclude.Include.ALWAYS)
    private abstract static class OmitNullSide {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        abstract String in();
    }

    private static <T extends Enum<T>> void lowerCase(SimpleModule module, Class<T> type) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(value.name().toLowerCase(Locale.ROOT));
            }
        });
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return Enum.valueOf(type, in.getString().toUpperCase(Locale.ROOT));
            }
        });
    }
}
