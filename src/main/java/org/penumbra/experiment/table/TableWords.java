package org.penumbra.experiment.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.penumbra.experiment.report.Words;
import org.penumbra.fooling.descent.GeneratorStart;

/** What the report of a table says in sentences. */
final class TableWords {

    private final TableExperiment table;

    TableWords(TableExperiment table) {
        this.table = table;
    }

    private static String rate(GeneratorStart start) {
        return String.format(Locale.ROOT, "%.5f", start.paperRate()).replaceAll("0+$", "");
    }

    private static String spaced(int number) {
        return number < 10_000
                ? Integer.toString(number)
                : String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** What was done for its figures. */
    Words done() {
        TableEffort effort = table.effort();
        List<Integer> limits = effort.limits();
        String within = limits.stream().map(TableWords::spaced).collect(Collectors.joining(" and "));
        return new Words(
                "What was done",
                (table.settings().quick()
                                ? "This is the quick version, with few trials and a low limit of steps. "
                                : "")
                        + "Every model ships with the program and was trained as its file says. The attack is the paper's: "
                        + "plain gradient descent on W and b of x = sigmoid(W z + b) lowers the cross-entropy between the "
                        + "frozen model's scores (the scaled outputs of an autoencoder, the products of COOL) and a target "
                        + "class. Each trial has a generator of its own; the trials are spread over the classes evenly: "
                        + effort.block() * effort.blocks() + " for the rows of the paper, " + effort.some()
                        + " for larger kappas and for the rows that are ours. They may take "
                        + spaced(effort.limit()) + " steps; from the steps that each took follows how it stood within "
                        + within + " steps. The seed is " + table.settings().seed() + ".\n\n"
                        + "Gamma is left out: it takes long, it can only lower a score, and on digits it is 1 nearly "
                        + "everywhere.");
    }

    /** What is known of the paper's attack and what is guessed. */
    Words known() {
        return new Words(
                "What is known of the paper's attack, and what is guessed",
                "The paper tells the generator's form, that gradient descent moves it, and its results. It tells neither "
                        + "how z, W and b are drawn, nor the learning rate, nor after how many steps a trial has failed. Each "
                        + "of these decides over the figures, so they are settings here.\n\n"
                        + "**The start.** From *grey* (z uniform in [0, 1), W and b uniform in [-1/sqrt(D), 1/sqrt(D)]) "
                        + "the first image is flat, and autoencoders give flat images back rather well. From *noise* (z "
                        + "standard normal, W normal with variance 2/D, b 0) the first image is noise, which they do not "
                        + "give back, so the attack has further to go. The tables tell which of the two is nearer to the paper.\n\n"
                        + "**The limit of steps.** The paper's CNN on Fashion-MNIST was fooled at tau 99 % in 30.5 % of the "
                        + "trials, after 902 steps on average. Such a mean so high with so few successes speaks for a limit of "
                        + "about 1000 steps, which cut the slower ones off. A longer attack is stronger, so the full version "
                        + "tells how it stands after 10 000 as well.\n\n"
                        + "**The learning rate.** It is calibrated, for each start, so that our CNN for MNIST is fooled at "
                        + "tau 90 % in 63.5 steps on average, as the paper's was: "
                        + rate(GeneratorStart.NOISE) + " from noise, " + rate(GeneratorStart.GREY)
                        + " from grey. So this one figure of the table agrees because it was made to.");
    }

    /** How kappa enters. */
    Words kappa() {
        return new Words(
                "How kappa enters",
                "The paper does not say how it chose alpha, the sensitivity of the confidence to the reconstruction error. "
                        + "Here alpha = -ln(tau) D / (kappa q), with q the 99 % quantile of the errors of held-out training "
                        + "images: an image whose error is kappa times q just reaches tau when its class is sure. The test "
                        + "images take no part. A larger kappa is more generous: it answers more test images, and more of "
                        + "an attacker's. The paper's figures stand beside those of each kappa.");
    }
}
