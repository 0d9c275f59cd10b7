package org.penumbra.data;

/** SHA-256, which tells a forged file as well. */
public final class Sha256 extends Checksum {

    public Sha256() {
        super("SHA-256");
    }
}
