using Orchestration.Templating.Tests.Support;

namespace Orchestration.Templating.Tests.Checking;

/// <summary>What is known at each point: what is present, what variables hold.</summary>
public class FlowTests
{
    [Theory]
    [InlineData("{{ if medecin }}{{ medecin.nom }}{{ end }}", "")]
    [InlineData("{{ if medecin != null }}{{ medecin.nom }}{{ end }}", "")]
    [InlineData("{{ if ald && medecin }}{{ medecin.nom }}{{ end }}", "")]
    [InlineData("{{ if medecin == null }}-{{ else }}{{ medecin.nom }}{{ end }}", "")]
    [InlineData("{{ if !medecin || ald }}-{{ else }}{{ medecin.nom }}{{ end }}", "")]
    [InlineData("{{ medecin && medecin.nom == 'x' }}{{ medecin ? medecin.nom : '' }}{{ !medecin || medecin.nom == 'x' }}", "")]
    [InlineData("{{ if medecin?.ville }}{{ medecin.ville.size }}{{ end }}", "")]
    [InlineData("{{ if medecin || ald }}{{ medecin.nom }}{{ end }}", "T308")]
    [InlineData("{{ if medecin }}-{{ end }}{{ medecin.nom }}", "T308")]
    [InlineData("{{ if medecin }}-{{ else }}{{ medecin.nom }}{{ end }}", "T308")]
    [InlineData("{{ x = nom; if x; x = rdv; x.size; end }}", "T202")]
    [InlineData("{{ for a in articles }}{{ if a.url }}{{ a.url.size }}{{ end }}{{ a.url.size }}{{ end }}", "T308")]
    public void Compile_WhatMayBeMissing_IsPresentOnlyWhereProved(string text, string expected) =>
        Assert.Equal(expected, Codes(text));

    [Theory]
    [InlineData("{{ n = 0; for a in articles; n = n + (a.prix ?? 0); end; n | math.round }}", "")]
    [InlineData("{{ n = 1; for a in articles; 1..n; n = n + 0.5; end }}", "T306")]
    [InlineData("{{ x = 1; for a in articles; x + 1; x = mots; end }}", "T310")]
    [InlineData("{{ for a in articles; if for.first; x = 'a'; else; x + 'b'; end; end }}", "")]
    [InlineData("{{ for a in articles; if !for.first; x.size; end; x = 'a'; end }}", "T308")]
    [InlineData("{{ x = ''; for a in articles; if ald; x = 1; continue; end; x = 'a'; end; x }}", "")]
    [InlineData("{{ x = [1]; for a in articles; x = [x]; end; x.size }}", "T310 T310")]
    [InlineData("{{ x = 1; for a in articles; x = x + mots; end }}", "T306")]
    [InlineData("{{ x = 1; for a in articles; for b in articles; x = x | string.upcas; end; end }}", "T203")]
    [InlineData("{{ x = []; for a in articles; x = array.add x a.titre; end; x | array.join ', ' }}", "")]
    [InlineData("{{ (array.first []).nom }}{{ for x in []; x.nom; end }}", "T202 T202")]
    [InlineData("{{ for a in articles; x = a.titre; end; x.size }}", "T308")]
    [InlineData("{{ if ald; x = 'a'; else; x = 'b'; end; x.size }}", "")]
    [InlineData("{{ if ald; x = 'a'; end; x.size }}", "T308")]
    [InlineData("{{ for a in articles; end; a.titre }}", "T201")]
    [InlineData("{{ for a in articles; break; x = 1; end; 1 }}", "")]
    public void Compile_Variables_HaveTheTypeOfWhatReachesThem(string text, string expected) =>
        Assert.Equal(expected, Codes(text));

    [Fact]
    public void Compile_LoopsInLoops_TakesNoTimeToSpeakOf()
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => $"{{{{ for i{i} in mots; x{i} = 1; }}}}"))
            + string.Concat(Enumerable.Repeat("{{ end }}", 60));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Empty(Some.CompileText(text).Problems);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000_000);
    }

    private static string Codes(string text) => string.Join(' ', Some.CompileText(text).Problems.Select(problem => problem.Code));
}
