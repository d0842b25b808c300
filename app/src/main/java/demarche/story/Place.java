package demarche.story;

import org.jspecify.annotations.Nullable;

/**
 * A place the story names: name as in the story, ISO 3166 alpha-3 country, degrees (WGS 84).
 *
 * @param country null when the place is not known, or in no country
 * @param region GeoNames' code of the first-level region; null when there is none or it is not known
 * @param geonames its number in GeoNames; null when it is not known
 */
public record Place(
        String name,
        @Nullable String country,
        @Nullable Double lat,
        @Nullable Double lon,
        int start,
        int end,
        @Nullable String in,
        @Nullable Kind kind,
        @Nullable String region,
        @Nullable Integer geonames) {
    /** What is named. */
    public enum Kind {
        COUNTRY,
        REGION,
        CITY,
        /** A word for a country's people or things ("Russian"). */
        DEMONYM
    }
}
