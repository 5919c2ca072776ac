package io.postil.model.batch;

import io.postil.model.Classifier;
import io.postil.model.ClassifierException;

/** Which classifier answers, and who still uses it. Threading: any thread. */
final class Serving {
    private Used current;
    private boolean closed;

    Serving(Classifier first) {
        current = new Used(first);
    }

    /** The classifier of now; it is not given back to its owner before the lease is closed. */
    synchronized Lease lease() {
        if (closed) {
            throw new ClassifierException("the batcher is closed");
        }
        return new Lease(current);
    }

    /** Puts another in its place at once, and returns the old one when nobody uses it any more. */
    Classifier swap(Classifier next) {
        Used old;
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the batcher is closed");
            }
            old = current;
            current = new Used(next);
        }
        return awaitFree(old);
    }

    /** Gives no more leases, and returns when all are back. */
    synchronized void close() {
        closed = true;
        awaitFree(current);
    }

    /** A batch ends soon, so an interrupt waits until then. */
    private synchronized Classifier awaitFree(Used used) {
        boolean interrupted = false;
        while (used.users > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return used.classifier;
    }

    private static final class Used {
        private final Classifier classifier;
        private int users;

        Used(Classifier classifier) {
            this.classifier = classifier;
        }
    }

    final class Lease implements AutoCloseable {
        private final Used used;

        private Lease(Used used) {
            this.used = used;
            used.users++;
        }

        Classifier classifier() {
            return used.classifier;
        }

        @Override
        public void close() {
            synchronized (Serving.this) {
                used.users--;
                Serving.this.notifyAll();
            }
        }
    }
}
