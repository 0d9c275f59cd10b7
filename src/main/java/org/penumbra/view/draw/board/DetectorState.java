package org.penumbra.view.draw.board;

import java.util.Optional;
import org.penumbra.data.image.KnownImages;
import org.penumbra.detector.Fitted;
import org.penumbra.live.draw.DetectorFit;

/** Whether a detector can judge, and what is missing where it cannot. */
public sealed interface DetectorState {

    /** It can. */
    record Ready(Fitted fitted) implements DetectorState {}

    /** It has to be fitted first, and the images for that are here. */
    record ToFit() implements DetectorState {}

    /** It is being fitted; {@link DetectorFit#share} tells how far that has come. */
    record Fitting(DetectorFit fit) implements DetectorState {}

    /**
     * It has to be fitted first, and there are no images for that.
     *
     * @param why    a sentence without its full stop
     * @param wanted the data set that is missing, if the program knows it
     */
    record Missing(String why, Optional<KnownImages> wanted) implements DetectorState {}

    /**
     * Something went wrong.
     *
     * @param why        and what to do, sentences
     * @param canBeTried whether it may be fitted again
     */
    record Failed(String why, boolean canBeTried) implements DetectorState {}
}
