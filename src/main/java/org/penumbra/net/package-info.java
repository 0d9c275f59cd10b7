/**
 * What the networks of the plane and of images have in common: scores of classes, parameters, losses. It knows data
 * and layers but neither kind of network, and with its sub-rooms it alone knows DL4J and ND4J.
 */
package org.penumbra.net;
