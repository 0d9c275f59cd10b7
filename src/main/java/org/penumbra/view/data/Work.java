package org.penumbra.view.data;

/** What is being done with a data set. */
public enum Work {
    /** Nothing. */
    NONE,
    /** Its files are being fetched from a mirror. */
    DOWNLOADING,
    /** A download or an import was asked to stop and has not yet. */
    STOPPING,
    /** Its files are being checked and copied from a folder. */
    IMPORTING,
    /** Its files are being read and compared with what was published. */
    VERIFYING
}
