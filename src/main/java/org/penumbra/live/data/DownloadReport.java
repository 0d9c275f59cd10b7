package org.penumbra.live.data;

import org.penumbra.data.home.FetchProgress;

/**
 * How far the download of a data set is.
 *
 * @param file           how far its present file is
 * @param share          how much of the data set is here, 0 to 1; NaN while nobody says how long the present file is
 * @param bytesPerSecond how fast bytes came during the last three seconds; NaN in the first moment
 */
public record DownloadReport(FetchProgress file, double share, double bytesPerSecond) {}
