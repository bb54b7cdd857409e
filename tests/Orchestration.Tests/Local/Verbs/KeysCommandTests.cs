using System.CommandLine;
using Orchestration.Local.Verbs;
using Orchestration.Local.Verbs.KeyVerbs;
using Orchestration.Security;
using Orchestration.Security.KeyRing;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Local.Verbs;

public sealed class KeysCommandTests
{
    [Fact]
    public async Task Issue_SeveralRoles_ShowsTheKeyAloneOnItsOutput()
    {
        var storage = await AppStorage.TakeAsync();

        foreach (var roles in new[] { "--role reader,Operator", "--role reader --role operator", "--role reader operator" })
        {
            var (exit, output, remarks) = await RunAsync(storage, $"issue léa.{roles.Length} {roles} --days 10");

            Assert.Equal(0, exit);
            Assert.Equal(Role.Reader | Role.Operator, (await new KeyStore(storage.Containers, storage.Clocks).FindAsync(output.Trim(), default))!.Role);
            Assert.Contains("valable jusqu’au 7/5/2027 7:30 UTC", remarks, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("issue léa --role none", "There is no role 'none'")]
    [InlineData("issue léa --role 4", "There is no role '4'")]
    [InlineData("issue léa --role operateur", "Did you mean 'operator'?")]
    [InlineData("issue léa", "--role")]
    [InlineData("issue léa --role caisse --caisse CPAM-81O", "Vouliez-vous dire «\u00A0CPAM-81\u00A0»")]
    [InlineData("revoke 000000000000", "--reason")]
    [InlineData("revoke 000000000000 --reason perdue", "Aucune clé")]
    [InlineData("rotate 000000000000", "Aucune clé")]
    [InlineData("rotate 000000000000 --overlap -1", "0 or more")]
    public async Task Verb_WhatCannotBe_IsRefusedWithTheReason(string line, string why)
    {
        var (exit, output, remarks) = await RunAsync(await AppStorage.TakeAsync(), line);

        Assert.Equal(1, exit);
        Assert.DoesNotContain("orc_", output, StringComparison.Ordinal);
        Assert.Contains(why, remarks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_RotatedAndRevokedKeys_AreShownAsAsked()
    {
        var storage = await AppStorage.TakeAsync();
        await RunAsync(storage, "issue jeanne --role caisse --caisse CPAM-80 --test --by paul");
        var old = (await Register(storage).ListAsync(default)).Single().Key.Id;
        Assert.Contains("vit encore 2\u00A0jours", (await RunAsync(storage, $"rotate {old} --overlap 2")).Remarks, StringComparison.Ordinal);
        Assert.Contains("est révoquée", (await RunAsync(storage, $"revoke {old} --reason perdue --by anne")).Output, StringComparison.Ordinal);

        var live = (await RunAsync(storage, "list")).Output;
        var all = (await RunAsync(storage, "list --all")).Output;
        var trail = (await RunAsync(storage, "trail")).Output;

        Assert.Contains("1\u00A0clé, dont 1 en service", live, StringComparison.Ordinal);
        Assert.DoesNotContain(old, live, StringComparison.Ordinal);
        Assert.Contains("2\u00A0clés, dont 1 en service", all, StringComparison.Ordinal);
        Assert.Contains("révoquée le 27/4/2027 7:30 UTC\u00A0: perdue", all, StringComparison.Ordinal);
        Assert.Contains("CPAM-80 │ oui", all, StringComparison.Ordinal);
        Assert.Equal(["émise", "émise", "remplacée", "révoquée"], trail.Split('\n').Select(line => line.Split('│')).Where(cells => cells.Length > 6).Skip(1).Select(cells => cells[6].Trim()));
    }

    [Fact]
    public async Task Help_EveryVerbOfKeys_SaysWhatItDoes()
    {
        foreach (var verb in KeysCommand.Create().Subcommands)
        {
            var (exit, output, _) = await RunAsync(await AppStorage.TakeAsync(), $"{verb.Name} --help");

            Assert.Equal(0, exit);
            Assert.Contains(verb.Description!, output, StringComparison.Ordinal);
            Assert.Contains("--azure", output, StringComparison.Ordinal);
        }
    }

    private static Task<(int Exit, string Output, string Remarks)> RunAsync(AppStorage storage, string line) => Verb.RunAsync(
        new RootCommand { KeysCommand.Create((_, _, _) => Task.FromResult(new KeyPlace(Register(storage)))) }, ["keys", .. line.Split(' ')]);

    private static KeyRegister Register(AppStorage storage) => new(storage.Containers, new KeyStore(storage.Containers, storage.Clocks), storage.Clocks);
}
