package org.penumbra.data.image;

/**
 * Follows the reading of a folder of pictures and may end it. Both methods are called on the thread that reads, for every
 * picture: they return at once.
 */
public interface PictureWatcher {

    /** Somebody who does not look and does not stop it. */
    PictureWatcher NOBODY = new PictureWatcher() {
        @Override
        public void progress(int done, int total) {}

        @Override
        public boolean stopRequested() {
            return false;
        }
    };

    /**
     * So many pictures have been looked at.
     *
     * @param total how many there are
     */
    void progress(int done, int total);

    /** Whether reading shall end. */
    boolean stopRequested();
}
