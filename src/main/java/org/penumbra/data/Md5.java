package org.penumbra.data;

/** MD5 as it is published beside data sets: it tells a damaged file, not a forged one. */
public final class Md5 extends Checksum {

    public Md5() {
        super("MD5");
    }
}
