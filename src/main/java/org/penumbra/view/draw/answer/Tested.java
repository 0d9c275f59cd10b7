package org.penumbra.view.draw.answer;

import java.util.List;
import java.util.Optional;
import org.penumbra.confidence.Population;
import org.penumbra.data.image.KnownImages;

/** What is known of a model's answers to whole sets of images. */
public sealed interface Tested {

    /**
     * They are on their way.
     *
     * @param what is being done, a few words
     */
    record Waiting(String what) implements Tested {}

    /** They are here; more may follow. */
    record Known(List<Population> populations) implements Tested {

        public Known {
            populations = List.copyOf(populations);
        }

        /** The one of a name as {@link Population} has them. */
        public Optional<Population> named(String name) {
            return populations.stream().filter(one -> one.name().equals(name)).findFirst();
        }
    }

    /**
     * There are none.
     *
     * @param why    and what to do
     * @param wanted the data set that is missing, if it is that
     */
    record Missing(String why, Optional<KnownImages> wanted) implements Tested {}
}
