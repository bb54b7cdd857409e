using System.Collections.Concurrent;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Orchestration.Http;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Http;

/// <summary>Requests in any order, by two processes that crash and start again, against what a caller is promised.</summary>
public sealed class IdempotencyProperties
{
    private enum Step
    {
        Post,
        PostAnotherBody,
        Fail,
        CrashBeforeAnswer,
        CrashAfterAnswer,
        Wait,
    }

    [Fact]
    public async Task Run_AnyStory_ANonceIsSettledOnceAndAnAnswerStays()
    {
        var storage = await AppStorage.TakeAsync();
        var steps = Gen.Choose(0, 5).Select(step => (Step)step).Zip(Gen.Choose(0, 1)).ListOf();
        var story = 0;
        Property.Holds(steps, sample => PlayAsync(storage, $"k{story++}", [.. sample]).GetAwaiter().GetResult());
    }

    private static async Task<bool> PlayAsync(AppStorage storage, string key, IReadOnlyList<(Step Step, int Process)> story)
    {
        IdempotentApp[] apps = [Start(0), Start(1)];
        var nonces = new ConcurrentBag<IdempotentRequest>();
        string? settled = null;
        foreach (var (step, process) in story)
        {
            var app = apps[process];
            if (step == Step.Wait)
            {
                storage.System.Advance(TimeSpan.FromSeconds(300));
                continue;
            }

            Prepare(app, step);
            Answer? answer = null;
            try
            {
                answer = await app.PostAsync(key, step == Step.PostAnotherBody ? "{}" : "[]");
            }
            catch (CrashException)
            {
                apps[process] = Start(process);
            }

            app.Runs.ForEach(nonces.Add);
            if (answer is { Status: 201 })
            {
                if (settled is not null && settled != answer.Body)
                    return false;
                settled = answer.Body;
            }
        }

        return nonces.Distinct().Count() <= 1;

        IdempotentApp Start(int process) => new(storage.Another(), $"w{process}");
    }

    private static void Prepare(IdempotentApp app, Step step)
    {
        app.Answer = step == Step.Fail ? _ => Results.StatusCode(500) : IdempotentApp.Created;
        app.During = step switch
        {
            Step.CrashBeforeAnswer => () => throw app.Storage.Probe.Die(),
            Step.CrashAfterAnswer => () =>
            {
                app.Storage.Probe.DieAfter("PUT", "requests");
                return Task.CompletedTask;
            }
            ,
            _ => null,
        };
    }
}
