using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Templating;
using Orchestration.Templating.Fields;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using ITemplateLoader = Scriban.Runtime.ITemplateLoader;

namespace Orchestration.Messages;

/// <summary>
/// Renders the normal form of a template with Scriban itself: the same bytes as <see cref="CompiledTemplate"/>, several times
/// slower. Settings of this flavour may choose it, to compare. Thread-safe.
/// </summary>
internal sealed class ScribanRenderer
{
    private const int MaxOutput = 1024 * 1024;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private readonly Template _template;
    private readonly Dictionary<string, Template> _files;
    private readonly string _name;

    /// <exception cref="InvalidOperationException">Scriban does not parse the normal form: a fault of the template
    /// language.</exception>
    public ScribanRenderer(CompiledTemplate template)
    {
        _name = template.Name;
        _template = Parse(template.NormalForm, template.Name);
        _files = template.NormalFormFiles.ToDictionary(
            file => file.Name, file => Parse(file.Text, file.Name), StringComparer.Ordinal);
    }

    /// <exception cref="TemplateLimitException">A limit was reached; the same values will reach it again.</exception>
    public string Render(FieldValues values)
    {
        var context = new TemplateContext
        {
            // Text keeps the indentation that it was given: a value of several lines is not shifted.
            AutoIndent = false,
            LoopLimit = 1000,
            RecursiveLimit = 100,

            // Scriban cuts what is too long and adds three dots; one character more than allowed tells us.
            LimitToString = MaxOutput + 1,
            RegexTimeOut = TimeSpan.FromMilliseconds(250),
            TemplateLoader = new NamedFiles(),
        };
        foreach (var (name, file) in _files) context.CachedTemplates.Add(name, file);
        context.PushCulture(French);
        context.PushGlobal(Prelude.Functions);
        context.PushGlobal(ToScriptObject(values));
        var text = RenderInFrench(context);
        return text.Length <= MaxOutput
            ? text
            : throw new TemplateLimitException(TemplateLimit.Output, $"'{_name}' gives more than {MaxOutput} characters.");
    }

    /// <summary>Some of Scriban's functions compare by the thread's culture, not by the context's.</summary>
    private string RenderInFrench(TemplateContext context)
    {
        var previous = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = French;
        try
        {
            return _template.Render(context);
        }
        catch (ScriptRuntimeException error)
        {
            // Names and types were checked when the template was compiled: what is left to fail is a limit.
            throw new TemplateLimitException(LimitOf(error), $"'{_name}': {error.OriginalMessage}", error);
        }
        finally
        {
            CultureInfo.CurrentCulture = previous;
        }
    }

    private static TemplateLimit LimitOf(ScriptRuntimeException error) => error switch
    {
        { InnerException: RegexMatchTimeoutException } => TemplateLimit.Regex,
        { OriginalMessage: var text } when text.Contains("iteration limit", StringComparison.Ordinal) => TemplateLimit.Loop,
        { OriginalMessage: var text } when text.Contains(nameof(TemplateContext.LoopLimit), StringComparison.Ordinal) => TemplateLimit.Loop,
        { OriginalMessage: var text } when text.Contains(nameof(TemplateContext.LimitToString), StringComparison.Ordinal) => TemplateLimit.Output,
        _ => TemplateLimit.Number,
    };

    private static Template Parse(string text, string name)
    {
        var template = Template.Parse(text, name);
        return template.HasErrors
            ? throw new InvalidOperationException($"Scriban does not parse '{name}': {template.Messages}")
            : template;
    }

    private static ScriptObject ToScriptObject(FieldValues values)
    {
        var model = new ScriptObject(values.Schema.Fields.Count);
        foreach (var field in values.Schema.Fields)
            model.SetValue(field.Name, ToScript(values.Get(field.Ordinal)), readOnly: false);
        return model;
    }

    private static object? ToScript(object? value) => value switch
    {
        FieldValues values => ToScriptObject(values),
        IReadOnlyList<object?> items => new ScriptArray(items.Select(ToScript)),
        long number and >= int.MinValue and <= int.MaxValue => (int)number,
        _ => value,
    };

    /// <summary>Every file is parsed beforehand: a name is its own path.</summary>
    private sealed class NamedFiles : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            throw new InvalidOperationException($"'{templatePath}' is not part of the normal form.");

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            ValueTask.FromResult<string?>(Load(context, callerSpan, templatePath));
    }

    /// <summary>The functions that end every printed expression. Scriban keeps a captured text as an output of its own.</summary>
    private static class Prelude
    {
        public static ScriptObject Functions { get; } = Import();

        public static string HtmlText(object? value) =>
            value is IScriptOutput captured ? Captured(captured) : TemplatePrelude.HtmlText(value);

        public static string HtmlAttr(object? value) => TemplatePrelude.HtmlAttribute(value);

        public static string UrlAttr(object? value, string? part = null) => TemplatePrelude.UrlAttribute(value, part);

        public static string? Plain(object? value) =>
            value is IScriptOutput captured ? Captured(captured) : TemplatePrelude.Plain(value);

        public static string? Raw(object? value) => Plain(value);

        private static string Captured(IScriptOutput output) => output.ToString() ?? "";

        private static ScriptObject Import()
        {
            var functions = new ScriptObject();
            functions.Import("html_text", HtmlText);
            functions.Import("html_attr", HtmlAttr);
            functions.Import("url_attr", UrlAttr);
            functions.Import("plain", Plain);
            functions.Import("raw", Raw);
            return functions;
        }
    }
}
