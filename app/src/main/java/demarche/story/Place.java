package demarche.story;

import org.jspecify.annotations.Nullable;

/** Where something happened: name as in the story, ISO 3166 alpha-3 country, degrees (WGS 84). */
public record Place(
        String name,
        @Nullable String country,
        @Nullable Double lat,
        @Nullable Double lon,
        int start,
        int end,
        @Nullable String in) {}
