/* Kuramoto-Sivashinsky u_t = -a u u_x - u_xx - u_xxxx on [0, 100), Crank-Nicolson and Adams-Bashforth 2, in C for protocol 1.
   Build: gcc -O2 -o ks ks.c -lm    Command: [./ks, "{in}", "{out}", "{dt}", "{steps}", "0"]; the last word is a: 0 leaves u u_x out.
   Project file: format npy, lags 2, forcing true. */
#include <complex.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void stop(const char *what) { fprintf(stderr, "ks: %s\n", what); exit(1); }

static double *read_npy(const char *path, int shape[3]) {
  unsigned char start[10];
  char header[4096] = "";
  FILE *f = fopen(path, "rb");
  if (!f) return NULL;
  size_t length = fread(start, 1, 10, f) == 10 ? start[8] + 256u * start[9] : 0;
  if (length == 0 || length > 4000 || fread(header, 1, length, f) != length || !strstr(header, "'<f8'")) stop("no float64 .npy file");
  int rank = sscanf(strstr(header, "'shape': ("), "'shape': (%d, %d, %d", shape, shape + 1, shape + 2);
  size_t count = (size_t)shape[0] * shape[1] * (rank == 3 ? shape[2] : 1);
  double *values = malloc(count * sizeof *values);
  if (fread(values, sizeof *values, count, f) != count) stop("the .npy file is cut");
  return fclose(f), values;
}

static void transform(double complex *u, int m, int sign) { /* radix 2: m is a power of 2 */
  double complex half[m]; /* even, then odd */
  for (int i = 0; i < m; i++) half[i / 2 + (i % 2 ? m / 2 : 0)] = u[i];
  if (m > 2) transform(half, m / 2, sign), transform(half + m / 2, m / 2, sign);
  for (int i = 0; i < m; i++) u[i] = half[i % (m / 2)] + cexp(sign * 2 * I * M_PI * i / m) * half[m / 2 + i % (m / 2)];
}

int main(int argc, char **argv) {
  if (argc != 6 || atoi(argv[4]) != 1) stop("usage: ks IN OUT DT 1 A");
  int s[3];
  double dt = atof(argv[3]), a = atof(argv[5]), *states = read_npy(argv[1], s);
  if (!states || s[1] != 2) stop("expected states[n, 2, points]");
  char name[4096];
  snprintf(name, sizeof name, "%.*s.forcing.npy", (int)strlen(argv[1]) - 4, argv[1]);
  int n = s[0], m = s[2], ignored[3];
  double *forcing = read_npy(name, ignored), *out = malloc(sizeof *out * n * m);
  double complex u[m], now[m], old[m], F[m]; /* now, old: u^2 at both times; F: forcing */
  for (int j = 0; j < n; j++) {
    double *older = states + (size_t)2 * m * j, *newer = older + m;
    for (int i = 0; i < m; i++) u[i] = newer[i], now[i] = newer[i] * newer[i], old[i] = older[i] * older[i], F[i] = forcing ? forcing[(size_t)m * j + i] : 0;
    transform(u, m, -1), transform(now, m, -1), transform(old, m, -1), transform(F, m, -1);
    for (int i = 0; i < m; i++) {
      double k = 2 * M_PI / 100 * (2 * i < m ? i : i - m), L = k * k - k * k * k * k;
      double complex N = (2 * i == m ? 0 : -0.5 * a * I * k) * (1.5 * now[i] - 0.5 * old[i]) + F[i];
      u[i] = ((1 + 0.5 * dt * L) * u[i] + dt * N) / (1 - 0.5 * dt * L);
    }
    transform(u, m, 1);
    for (int i = 0; i < m; i++) out[(size_t)m * j + i] = creal(u[i]) / m;
  }
  FILE *f = fopen(argv[2], "wb"); /* the header: magic, version 1.0, its length 118, then text up to 128 bytes */
  if (!f || fprintf(f, "\x93NUMPY\x01") < 0 || fwrite("\0v\0", 1, 3, f) != 3) stop("cannot write");
  snprintf(name, sizeof name, "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d), }", n, m);
  fprintf(f, "%-117s\n", name);
  return fwrite(out, sizeof *out, (size_t)n * m, f) == (size_t)n * m && fclose(f) == 0 ? 0 : 1;
}
