package org.penumbra.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A sum of bytes that come piece by piece. */
public abstract sealed class Checksum permits Md5, Sha256 {

    private final MessageDigest digest;

    /** @param algorithm one that every Java has */
    Checksum(String algorithm) {
        try {
            digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + algorithm + ", which every Java must have", e);
        }
    }

    /** Adds bytes. */
    public final void update(byte[] bytes, int at, int length) {
        digest.update(bytes, at, length);
    }

    /** The sum of everything so far, in hexadecimal; begins anew. */
    public final String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
