using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Orchestration.Tests.Support;

/// <summary>An invocation of a function of this class, by HTTP or otherwise, with what came with its trigger.</summary>
internal sealed class FakeFunctionContext : FunctionContext
{
    public FakeFunctionContext(Type function, HttpContext? http = null, params (string Name, object? Value)[] trigger)
    {
        FunctionDefinition = new Definition(function);
        BindingContext = new Binding(trigger.ToDictionary(data => data.Name, data => data.Value));
        if (http is not null)
            Items["HttpRequestContext"] = http;
    }

    public override string InvocationId => "1";

    public override string FunctionId => FunctionDefinition.Id;

    public override TraceContext TraceContext => throw new NotSupportedException();

    public override BindingContext BindingContext { get; }

    public override RetryContext RetryContext => throw new NotSupportedException();

    public override IServiceProvider InstanceServices { get; set; } = new ServiceCollection().BuildServiceProvider();

    public override FunctionDefinition FunctionDefinition { get; }

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features => throw new NotSupportedException();

    private sealed class Binding(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class Definition(Type function) : FunctionDefinition
    {
        public override ImmutableArray<FunctionParameter> Parameters => [];

        public override string PathToAssembly => function.Assembly.Location;

        public override string EntryPoint => $"{function.FullName}.RunAsync";

        public override string Id => function.Name;

        public override string Name => function.Name;

        public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } = function.GetMethods()
            .SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.IsDefined(typeof(HttpTriggerAttribute), inherit: false))
            .ToImmutableDictionary(parameter => parameter.Name!, BindingMetadata (parameter) => new HttpBinding(parameter.Name!));

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;
    }

    private sealed class HttpBinding(string name) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => "httpTrigger";

        public override BindingDirection Direction => BindingDirection.In;
    }
}
