package org.penumbra.view.data;

import java.util.List;
import java.util.function.Function;
import org.penumbra.data.home.FetchPatience;
import org.penumbra.data.home.Mirrors;
import org.penumbra.data.image.KnownImages;

/**
 * Which data sets there are to be had, and from where.
 *
 * @param known    the data sets, in the order they are shown
 * @param mirrors  where each can be downloaded; asked in the background
 * @param patience with mirrors
 */
public record DataSources(List<KnownImages> known, Function<KnownImages, Mirrors> mirrors, FetchPatience patience) {

    public DataSources {
        known = List.copyOf(known);
    }

    /** All data sets the program knows, from the mirrors it is shipped with. */
    public static DataSources shipped() {
        return new DataSources(KnownImages.all(), Mirrors::shipped, FetchPatience.standard());
    }
}
