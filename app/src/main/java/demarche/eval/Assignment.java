package demarche.eval;

import java.util.Arrays;

/**
 * The one-to-one assignment of rows to columns with the greatest total value.
 *
 * <p>Kuhn and Munkres's method with potentials, cubic in the larger side (H. W. Kuhn, Naval Research Logistics 2, 1955).
 */
final class Assignment {
    private final double[][] value;
    private final int size;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowOf;

    private Assignment(double[][] value, int size) {
        this.value = value;
        this.size = size;
        this.rowPotential = new double[size + 1];
        this.columnPotential = new double[size + 1];
        this.rowOf = new int[size + 1];
    }

    /** Sum of the values of the best assignment; rows may differ from columns in number, values are not negative. */
    static double best(double[][] value) {
        int columns = value.length == 0 ? 0 : value[0].length;
        int size = Math.max(value.length, columns);
        Assignment a = new Assignment(value, size);
        for (int row = 1; row <= size; row++) {
            a.place(row);
        }
        double sum = 0;
        for (int column = 1; column <= size; column++) {
            sum -= a.cost(a.rowOf[column], column);
        }
        return sum;
    }

    private double cost(int row, int column) {
        return row <= value.length && column <= value[0].length ? -value[row - 1][column - 1] : 0;
    }

    /** Adds a row along the cheapest path of swaps. */
    private void place(int row) {
        double[] least = new double[size + 1];
        int[] from = new int[size + 1];
        boolean[] used = new boolean[size + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        rowOf[0] = row;
        int column = 0;
        do {
            used[column] = true;
            column = step(column, least, from, used);
        } while (rowOf[column] != 0);
        while (column != 0) {
            int before = from[column];
            rowOf[column] = rowOf[before];
            column = before;
        }
    }

    private int step(int column, double[] least, int[] from, boolean[] used) {
        int row = rowOf[column];
        int next = 0;
        double delta = Double.POSITIVE_INFINITY;
        for (int c = 1; c <= size; c++) {
            if (!used[c]) {
                double slack = cost(row, c) - rowPotential[row] - columnPotential[c];
                if (slack < least[c]) {
                    least[c] = slack;
                    from[c] = column;
                }
                if (least[c] < delta) {
                    delta = least[c];
                    next = c;
                }
            }
        }
        for (int c = 0; c <= size; c++) {
            if (used[c]) {
                rowPotential[rowOf[c]] += delta;
                columnPotential[c] -= delta;
            } else {
                least[c] -= delta;
            }
        }
        return next;
    }
}
