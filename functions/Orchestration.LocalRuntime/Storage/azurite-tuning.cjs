// Loaded into Azurite before its own code. Azurite is made for a handful of blobs; these three changes let it hold a year of campaigns.
// Where its internals are not as expected, it runs untouched.
'use strict';

const fs = require('fs');
const path = require('path');

// 1. It flushes each extent to the disk, but the index that names the extent only every few seconds: after a power cut the flushed bytes
// belong to nothing. What a killed app has written is safe without it, in the system's cache.
fs.fdatasync = (file, done) => setImmediate(done, null);

let Loki;
try {
  Loki = require(require.resolve('lokijs', { paths: [path.dirname(process.argv[1])] }));
} catch {
  return;
}

tuneQueries(Loki.Resultset);
tuneSaving(Loki);

// 2. Its queries name several properties, the account first; Loki uses the index of the first, and every blob is of that account: each request
// looks at every blob. The index with the fewest candidates goes first; the other conditions are checked on what it finds.
function tuneQueries(Resultset) {
  const find = Resultset?.prototype.find;
  if (!find)
    return;
  Resultset.prototype.find = function (query, firstOnly) {
    if (!this.filterInitialized && query && typeof query === 'object' && Object.keys(query).length > 1) {
      const first = narrowest(this.collection, query);
      if (first)
        find.call(this, first);
    }
    return find.call(this, query, firstOnly);
  };
}

const FEW = 16;

function narrowest(collection, query) {
  let best, least = collection.data.length;
  for (const [property, condition] of Object.entries(query).reverse()) {
    if (least < FEW)
      break;
    const range = collection.binaryIndices[property] && rangeOf(condition);
    if (!range)
      continue;
    const [from, to] = collection.calculateRange(range[0], property, range[1]);
    if (to - from < least) {
      least = to - from;
      best = { [property]: { [range[0]]: range[1] } };
    }
  }
  return best;
}

// A value, or a prefix: a regular expression of '^' and escaped text.
function rangeOf(condition) {
  if (typeof condition === 'string')
    return ['$eq', condition];
  const prefix = typeof condition?.$regex === 'string' && /^\^((?:\\.|[^\\^$*+?.()|[\]{}])+)$/su.exec(condition.$regex)?.[1].replace(/\\(.)/gsu, '$1');
  return prefix ? ['$between', [prefix, prefix + '\uffff']] : undefined;
}

// 3. It saves its whole index every five seconds. Once that takes long, it waits in proportion: at most a tenth of the time goes into saving.
function tuneSaving(Loki) {
  const save = Loki.prototype.saveDatabase;
  if (!save)
    return;
  Loki.prototype.autosaveEnable = function () {
    this.autosave = true;
    const run = this.autosaveRun = {};
    const saveAfter = pause => {
      if (this.autosaveRun !== run)
        return;
      this.autosaveHandle = setTimeout(() => {
        if (!this.autosaveDirty() || this.ignoreAutosave)
          return saveAfter(this.autosaveInterval);
        const began = performance.now();
        save.call(this, error => {
          if (error)
            console.error(error);
          saveAfter(Math.max(this.autosaveInterval, 10 * (performance.now() - began)));
        });
      }, pause);
    };
    saveAfter(this.autosaveInterval);
  };
  Loki.prototype.autosaveDisable = function () {
    this.autosaveRun = null;
    clearTimeout(this.autosaveHandle);
  };
}
