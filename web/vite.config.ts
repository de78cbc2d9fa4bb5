import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// One classic script and one style sheet, which C# inlines into report.html: no import, no request, no eval.
export default defineConfig({
  plugins: [svelte({ compilerOptions: { runes: true } })],
  logLevel: "warn",
  build: {
    outDir: "../artifacts/web",
    emptyOutDir: false,
    target: "es2022",
    cssCodeSplit: false,
    reportCompressedSize: false,
    lib: {
      entry: "src/main.ts",
      formats: ["iife"],
      name: "CasusReport",
      fileName: () => "report.js",
      cssFileName: "report",
    },
  },
});
