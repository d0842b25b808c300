package demarche.resolve;

import org.jspecify.annotations.Nullable;

/**
 * A place of the gazetteer.
 *
 * @param name its best name
 * @param kind what it is
 * @param country ISO 3166 alpha-3
 * @param region GeoNames' code of the first-level region, empty for countries
 * @param lat degrees (WGS 84); null for a region of which only the country is known
 * @param lon likewise
 * @param population people; for a country, those of its cities
 * @param own whether the name asked for is its best one, not another spelling
 */
record GazetteerEntry(
        String name,
        Kind kind,
        String country,
        String region,
        @Nullable Double lat,
        @Nullable Double lon,
        long population,
        boolean own) {
    /** What a place is. */
    enum Kind {
        COUNTRY,
        CAPITAL,
        REGION,
        CITY
    }
}
