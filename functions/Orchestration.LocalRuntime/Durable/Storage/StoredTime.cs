using System.Globalization;
using Orchestration.LocalRuntime.Durable.Storage.Tables;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>Business time in the store: of which kind it is, and the moment of a clock that skips.</summary>
internal static class StoredTime
{
    private const string KindKey = "time.kind";
    private const string NowKey = "time.now";

    /// <summary>Joins a clock and a store: a new store takes the clock's kind and beginning, one that exists gives its moment.</summary>
    /// <exception cref="StoreException">The store was made with the other kind of clock.</exception>
    public static void Bind(StoreSession store, BusinessTime time, string path)
    {
        var kind = time.Skips ? "skipping" : "real";
        var stored = store.Meta.Get(KindKey);
        if (stored is not null && stored != kind)
        {
            throw new StoreException(
                $"The store '{path}' was made with {stored} time and is now opened with {kind} time. Use a data folder or hub name for each.");
        }

        if (stored is null)
        {
            store.InTransaction(() =>
            {
                store.Meta.Set(KindKey, kind);
                if (time is SkippingBusinessTime fresh)
                {
                    Save(store.Meta, fresh.Start);
                }
            });
        }

        (time as SkippingBusinessTime)?.Bind(
            DateTimeOffset.Parse(store.Meta.Get(NowKey)!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
    }

    public static void Save(MetaTable meta, DateTimeOffset now) =>
        meta.Set(NowKey, now.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
}
