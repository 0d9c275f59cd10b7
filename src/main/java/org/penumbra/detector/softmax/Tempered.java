package org.penumbra.detector.softmax;

/**
 * What can be read from the logits of one input when they are divided by a temperature T, in double precision: at a high
 * temperature all probabilities are within 1e-2 of each other, and single precision would lose their order. The largest
 * logit is subtracted before anything is raised, so that logits of any size give numbers.
 *
 * @param temperature T, above 0; 1 leaves the softmax as it is, more makes it less sure
 */
public record Tempered(double temperature) {

    public Tempered {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw new IllegalArgumentException("temperature: expected a finite number above 0, but got " + temperature);
        }
    }

    /** {@code p_c = exp(v_c / T) / sum_j exp(v_j / T)} of the logits v, one a class. */
    public double[] probabilities(double[] logits) {
        double[] probabilities = logProbabilities(logits);
        for (int c = 0; c < probabilities.length; c++) {
            probabilities[c] = Math.exp(probabilities[c]);
        }
        return probabilities;
    }

    /** {@code ln p_c}, nats; says something also where p_c is too small for a number. */
    public double[] logProbabilities(double[] logits) {
        double sum = energyScore(logits) / temperature;
        double[] logs = new double[logits.length];
        for (int c = 0; c < logs.length; c++) {
            logs[c] = logits[c] / temperature - sum;
        }
        return logs;
    }

    /** The highest probability (Hendrycks and Gimpel, ICLR 2017), in (0, 1]. */
    public double highest(double[] logits) {
        return Math.exp(LogitScores.largest(logits) / temperature - energyScore(logits) / temperature);
    }

    /**
     * {@code T ln sum_c exp(v_c / T)}, in the units of the logits, larger for what is better known. The energy of Liu et al.,
     * "Energy-based Out-of-distribution Detection", NeurIPS 2020, is its negative.
     */
    public double energyScore(double[] logits) {
        double largest = LogitScores.largest(logits);
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp((logit - largest) / temperature);
        }
        return largest + temperature * Math.log(sum);
    }

    /** {@code H = -sum_c p_c ln p_c}, nats, 0 to ln K. */
    public double entropy(double[] logits) {
        double entropy = 0;
        for (double log : logProbabilities(logits)) {
            entropy -= Math.exp(log) * log;
        }
        return entropy;
    }

    /** {@code 1 - H / ln K} for K of at least 2, 0 where all classes are as likely, 1 where one is certain. */
    public double certainty(double[] logits) {
        return 1 - entropy(logits) / Math.log(logits.length);
    }

    /**
     * {@code ln(p / (1 - p))} of the highest probability p, nats: in the order of p, and told apart also where p is as good as
     * 1. Infinite for a single class.
     */
    public double logOdds(double[] logits) {
        int best = LogitScores.best(logits);
        double second = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < logits.length; c++) {
            second = c == best ? second : Math.max(second, logits[c]);
        }
        double others = 0;
        for (int c = 0; c < logits.length; c++) {
            others += c == best ? 0 : Math.exp((logits[c] - second) / temperature);
        }
        return (logits[best] - second) / temperature - Math.log(others);
    }
}
