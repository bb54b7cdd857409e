using FsCheck;
using FsCheck.Fluent;

namespace Orchestration.Tests.Support;

internal static class Property
{
    public static void Holds<T>(Gen<T> samples, Func<T, bool> property) => Prop.ForAll(Arb.From(samples), property).Check(Config.QuickThrowOnFailure);
}
