/** Measures speed, memory and start-up of Demarche beside a peer, in processes of their own, on the same stories. */
package demarche.bench;
