package demarche.resolve;

import demarche.story.Place;
import org.jspecify.annotations.Nullable;

/**
 * A place of the gazetteer.
 *
 * @param name its best name
 * @param kind what it is
 * @param country ISO 3166 alpha-3; empty for a part of the world that is no state
 * @param region GeoNames' code of the first-level region, empty for countries
 * @param lat degrees (WGS 84); null for a region of which only the country is known
 * @param lon likewise
 * @param population people; 0 for a country
 * @param own whether the name asked for is its best one, not another spelling
 * @param geonames its number in GeoNames, 0 when not known
 */
record GazetteerEntry(
        String name,
        Kind kind,
        String country,
        String region,
        @Nullable Double lat,
        @Nullable Double lon,
        long population,
        boolean own,
        int geonames) {
    private static final double EARTH_KM = 6371;

    /** What a place is. */
    enum Kind {
        CONTINENT(Place.Kind.REGION),
        COUNTRY(Place.Kind.COUNTRY),
        CAPITAL(Place.Kind.CITY),
        REGION(Place.Kind.REGION),
        COUNTY(Place.Kind.REGION),
        CITY(Place.Kind.CITY);

        private final Place.Kind told;

        Kind(Place.Kind told) {
            this.told = told;
        }

        /** The same in the reading's coarser words. */
        Place.Kind told() {
            return told;
        }
    }

    /** Country and region as one key, "USA.OH". */
    String regionKey() {
        return country + "." + region;
    }

    /** Great-circle distance in kilometres; infinite when either place has no coordinates. */
    double distance(GazetteerEntry other) {
        return lat == null || lon == null || other.lat == null || other.lon == null
                ? Double.POSITIVE_INFINITY
                : distance(lat, lon, other.lat, other.lon);
    }

    /** Great-circle distance of two points in kilometres. */
    private static double distance(double lat1, double lon1, double lat2, double lon2) {
        double p1 = Math.toRadians(lat1);
        double p2 = Math.toRadians(lat2);
        double dLat = Math.sin((p2 - p1) / 2);
        double dLon = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double a = dLat * dLat + Math.cos(p1) * Math.cos(p2) * dLon * dLon;
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
