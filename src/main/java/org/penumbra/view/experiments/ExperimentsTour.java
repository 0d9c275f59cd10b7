package org.penumbra.view.experiments;

import java.util.List;
import org.penumbra.view.shell.tour.TourStep;

/** What a newcomer is shown in the experiments lab. */
final class ExperimentsTour {

    private ExperimentsTour() {}

    static List<TourStep> of(ExperimentsView view) {
        return List.of(
                new TourStep(
                        "The paper\u2019s tables and figures",
                        "Each can be computed anew here. Choose one: a quick version of minutes for a lecture, or the full one "
                                + "of hours. What it will take is told before it starts.",
                        () -> view.controls().choice()),
                new TourStep(
                        "Cells",
                        "An experiment is a set of pieces that do not depend on one another: a model, a repeat, some trials of "
                                + "an attack. Hollow ones wait, those at work fill up, a tick is finished, a cross failed. Point "
                                + "at one, or go to it with the arrow keys, and it is told below.",
                        () -> view.cells()),
                new TourStep(
                        "The report grows",
                        "Tables and curves fill with every cell. Below each of our figures stands the paper\u2019s, with the "
                                + "difference; in charts the paper\u2019s lines are dashed and grey, and the band around a line is "
                                + "its 95 % interval.",
                        () -> view.report()),
                new TourStep(
                        "Nothing is lost",
                        "Every finished cell is kept at once. Pause, cancel, close the window: open the results again, and "
                                + "the run goes on where it stopped and ends with the same figures. Runs of the command line "
                                + "can be opened, too.",
                        () -> view.controls().results()));
    }
}
