package demarche.eval;

/** Precision, recall and their harmonic mean from counts. */
record Ratio(int right, int coded, int found, int wanted) {
    static double of(double a, double b) {
        return b == 0 ? 0 : a / b;
    }

    static double f1(double p, double r) {
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    double precision() {
        return of(right, coded);
    }

    double recall() {
        return of(found, wanted);
    }

    double f1() {
        return f1(precision(), recall());
    }
}
